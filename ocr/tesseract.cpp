// The library is loaded when the first scan is read: it brings some fifty others with it, which
// would cost every digital report more than its reading takes.
#include "ocr/tesseract.h"

#include <dlfcn.h>
#include <tesseract/capi.h>

#include <mutex>
#include <utility>
#include <vector>

#include "model/stage_times.h"

namespace gongkai {
namespace {

constexpr const char* kLibrary = "libtesseract.so.5";  // Debian 12's, whose headers these are
constexpr const char* kLanguage = "chi_sim";
constexpr int kLeastSide = 3;  // pixels; Leptonica cannot scale a picture of one

// The functions of its C interface that are used.
struct Functions {
  decltype(&TessBaseAPICreate) create = nullptr;
  decltype(&TessBaseAPIDelete) destroy = nullptr;
  decltype(&TessBaseAPIInit2) init = nullptr;
  decltype(&TessBaseAPISetVariable) set_variable = nullptr;
  decltype(&TessBaseAPISetPageSegMode) set_mode = nullptr;
  decltype(&TessBaseAPISetImage) set_image = nullptr;
  decltype(&TessBaseAPISetSourceResolution) set_resolution = nullptr;
  decltype(&TessBaseAPIRecognize) recognize = nullptr;
  decltype(&TessBaseAPIGetUTF8Text) text = nullptr;
  decltype(&TessBaseAPIMeanTextConf) confidence = nullptr;
  decltype(&TessBaseAPIClear) clear = nullptr;
  decltype(&TessDeleteText) delete_text = nullptr;
  decltype(&TessBaseAPIGetIterator) iterator = nullptr;
  decltype(&TessResultIteratorDelete) delete_iterator = nullptr;
  decltype(&TessResultIteratorNext) next = nullptr;
  decltype(&TessResultIteratorGetUTF8Text) symbol = nullptr;
  decltype(&TessResultIteratorGetPageIteratorConst) place = nullptr;
  decltype(&TessPageIteratorBoundingBox) box = nullptr;
  // OpenMP's, which the library is built with.
  void (*set_max_active_levels)(int) = nullptr;
  bool complete = false;
};

template <typename F>
bool Load(void* library, const char* name, F& function) {
  function = reinterpret_cast<F>(dlsym(library, name));
  return function != nullptr;
}

Functions LoadFunctions() {
  Functions f;
  void* library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return f;
  f.complete = Load(library, "TessBaseAPICreate", f.create) &&
               Load(library, "TessBaseAPIDelete", f.destroy) &&
               Load(library, "TessBaseAPIInit2", f.init) &&
               Load(library, "TessBaseAPISetVariable", f.set_variable) &&
               Load(library, "TessBaseAPISetPageSegMode", f.set_mode) &&
               Load(library, "TessBaseAPISetImage", f.set_image) &&
               Load(library, "TessBaseAPISetSourceResolution", f.set_resolution) &&
               Load(library, "TessBaseAPIRecognize", f.recognize) &&
               Load(library, "TessBaseAPIGetUTF8Text", f.text) &&
               Load(library, "TessBaseAPIMeanTextConf", f.confidence) &&
               Load(library, "TessBaseAPIClear", f.clear) &&
               Load(library, "TessDeleteText", f.delete_text) &&
               Load(library, "TessBaseAPIGetIterator", f.iterator) &&
               Load(library, "TessResultIteratorDelete", f.delete_iterator) &&
               Load(library, "TessResultIteratorNext", f.next) &&
               Load(library, "TessResultIteratorGetUTF8Text", f.symbol) &&
               Load(library, "TessResultIteratorGetPageIteratorConst", f.place) &&
               Load(library, "TessPageIteratorBoundingBox", f.box) &&
               Load(library, "omp_set_max_active_levels", f.set_max_active_levels);
  return f;
}

const Functions& Tess() {
  static const Functions functions = LoadFunctions();
  return functions;
}

// The engines that nobody reads with at the moment.
class IdleEngines {
 public:
  TessBaseAPI* Take() {
    const std::lock_guard lock(mutex_);
    if (engines_.empty()) return nullptr;
    TessBaseAPI* engine = engines_.back();
    engines_.pop_back();
    return engine;
  }
  void Put(TessBaseAPI* engine) {
    const std::lock_guard lock(mutex_);
    engines_.push_back(engine);
  }
  ~IdleEngines() {
    for (TessBaseAPI* engine : engines_) Tess().destroy(engine);
  }

 private:
  std::mutex mutex_;
  std::vector<TessBaseAPI*> engines_;
};

IdleEngines& Idle() {
  static IdleEngines idle;
  return idle;
}

TessBaseAPI* MakeEngine() {
  TessBaseAPI* engine = Tess().create();
  Tess().set_variable(engine, "debug_file", "/dev/null");
  if (Tess().init(engine, nullptr, kLanguage, tesseract::OEM_LSTM_ONLY) != 0) {
    Tess().destroy(engine);
    return nullptr;
  }
  Tess().set_mode(engine, tesseract::PSM_RAW_LINE);
  // A second attempt at the line in reverse, for white print on black, which no report has.
  Tess().set_variable(engine, "tessedit_do_invert", "0");
  return engine;
}

std::vector<EngineSymbol> SymbolsOf(TessBaseAPI* engine) {
  std::vector<EngineSymbol> symbols;
  TessResultIterator* at = Tess().iterator(engine);
  if (at == nullptr) return symbols;
  do {
    char* text = Tess().symbol(at, tesseract::RIL_SYMBOL);
    if (text == nullptr) continue;
    EngineSymbol symbol{text, 0, 0};
    Tess().delete_text(text);
    int top = 0, bottom = 0;
    Tess().box(Tess().place(at), tesseract::RIL_SYMBOL, &symbol.x0, &top, &symbol.x1, &bottom);
    symbols.push_back(std::move(symbol));
  } while (Tess().next(at, tesseract::RIL_SYMBOL) != 0);
  Tess().delete_iterator(at);
  return symbols;
}

}  // namespace

LineEngine::LineEngine(TessBaseAPI* engine) : engine_(engine) {}

std::unique_ptr<LineEngine> LineEngine::Borrow() {
  const StageTimer timer(Stage::kEngine);
  if (!Tess().complete) return nullptr;
  // Tesseract's own threads burn five times the CPU of one for no gain (../shared/OCR.md); pages
  // are read side by side instead. Its loops ask for a number of threads of their own, so that only
  // the depth of nesting stops them. The setting is the calling thread's.
  Tess().set_max_active_levels(0);
  TessBaseAPI* engine = Idle().Take();
  if (engine == nullptr) engine = MakeEngine();
  if (engine == nullptr) return nullptr;
  return std::unique_ptr<LineEngine>(new LineEngine(engine));
}

LineEngine::~LineEngine() { Idle().Put(engine_); }

EngineLine LineEngine::ReadLine(const GreyView& line) { return Read(line, false); }

EngineLine LineEngine::ReadSymbols(const GreyView& line) { return Read(line, true); }

EngineLine LineEngine::Read(const GreyView& line, bool symbols) {
  const StageTimer timer(Stage::kEngine);
  EngineLine out;
  if (line.width < kLeastSide || line.height < kLeastSide) return out;
  Tess().set_image(engine_, line.pixels, line.width, line.height, 1, static_cast<int>(line.stride));
  Tess().set_resolution(engine_, 200);
  if (Tess().recognize(engine_, nullptr) == 0) {
    if (char* text = Tess().text(engine_)) {
      out.text = text;
      Tess().delete_text(text);
    }
    out.confidence = Tess().confidence(engine_) / 100.0;
    if (symbols) out.symbols = SymbolsOf(engine_);
  }
  Tess().clear(engine_);
  while (!out.text.empty() && (out.text.back() == '\n' || out.text.back() == ' ')) {
    out.text.pop_back();
  }
  return out;
}

}  // namespace gongkai
