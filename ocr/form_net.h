// The classifiers of the form's characters: two small nets that were trained apart.
#pragma once

#include <string_view>

#include "ocr/form_piece.h"

namespace gongkai {

// What a piece of ink most likely is. Marks whose western and full-width shapes are one (brackets,
// comma, colon, semicolon) are full-width here.
struct FormGuess {
  std::string_view text;  // one character of the form, UTF-8; empty for "none of them"
  int cost = 0;           // of reading it so: minus the logarithm of its likelihood, times 256
  double sure = 0;        // 0 to 1: how likely it is that
};

struct FormGuesses {
  FormGuess character;  // the likeliest of the form
  FormGuess none;       // that it is no character, or one that the form does not have
};

// By the first net, which decides how a line is cut.
FormGuesses GuessFormCharacter(const FormInputs& inputs);

// How likely the second net finds that the piece is `text`, 0 to 1; where that is empty, none.
double ConfirmFormCharacter(const FormInputs& inputs, std::string_view text);

}  // namespace gongkai
