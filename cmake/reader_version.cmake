# Writes HEADER with the program's VERSION and a hash of FILES: it changes with anything that reads.
set(sums "")
foreach(file IN LISTS FILES)
  file(SHA256 ${file} sum)
  string(APPEND sums ${sum})
endforeach()
string(SHA256 sum "${sums}")
string(SUBSTRING ${sum} 0 12 sum)
file(WRITE ${HEADER} "#define GONGKAI_READER_VERSION \"${VERSION}+${sum}\"\n")
