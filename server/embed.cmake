# cmake -D OUT=FILE -P embed.cmake FILE...: writes assets.c, the files as C (assets.h).
set(types "html=text/html\; charset=utf-8" "css=text/css\; charset=utf-8"
  "js=text/javascript\; charset=utf-8" "json=application/json" "svg=image/svg+xml" "ico=image/x-icon"
  "png=image/png" "txt=text/plain\; charset=utf-8")
set(arrays "")
set(rows "")
set(count 0)
math(EXPR last "${CMAKE_ARGC} - 1")
set(is_file FALSE)
foreach(i RANGE ${last})
  set(file "${CMAKE_ARGV${i}}")
  if(NOT is_file)
    if(file MATCHES "embed[.]cmake$")
      set(is_file TRUE)
    endif()
    continue()
  endif()
  get_filename_component(name "${file}" NAME)
  string(REGEX MATCH "[^.]*$" ending "${name}")
  set(type "application/octet-stream")
  foreach(pair IN LISTS types)
    if(pair MATCHES "^${ending}=(.*)$")
      set(type "${CMAKE_MATCH_1}")
    endif()
  endforeach()
  file(READ "${file}" bytes HEX)
  file(SHA256 "${file}" digest)
  string(SUBSTRING "${digest}" 0 16 digest)
  string(REGEX REPLACE "(................................)" "\\1\n    " bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1, " bytes "${bytes}")
  string(APPEND arrays "static const unsigned char BYTES_${count}[] = {\n    ${bytes}0\n};\n\n")
  string(APPEND rows "    { \"${name}\", \"${type}\",\n        { (const char *)BYTES_${count}, sizeof BYTES_${count} - 1 },\n        \"${digest}\" },\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUT}" "#include \"server/assets.h\"

#include <string.h>

${arrays}static const struct asset ASSETS[] = {
${rows}};

const struct asset *asset_find(const char *name)
{
    for (size_t i = 0; i < sizeof ASSETS / sizeof *ASSETS; i++) {
        if (strcmp(ASSETS[i].name, name) == 0)
            return &ASSETS[i];
    }
    return NULL;
}
")
