// What libraries keep until the process ends and never free; none of it grows with the input. Told
// to the leak checker of sanitized builds, so that it speaks of our own leaks only.
#ifdef __SANITIZE_ADDRESS__

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();

// Tesseract: the cache of its dictionaries, one for all engines. Fontconfig: the patterns of the
// fonts that it was asked for.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libtesseract.so\nleak:libfontconfig.so\n";
}

extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }

#endif
