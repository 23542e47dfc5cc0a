# palpate-words: every words/LANGUAGE/NAME.txt as rows of C, #include "words/LANGUAGE/NAME.inc"
# (words/README.md).  A layer that includes one links it.
set(script ${PROJECT_SOURCE_DIR}/words/to_c.sh)
file(GLOB lists RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/words/*/*.txt)
set(rows "")
foreach(list IN LISTS lists)
  string(REGEX REPLACE "[.]txt$" ".inc" out "${PROJECT_BINARY_DIR}/${list}")
  add_custom_command(OUTPUT ${out}
    COMMAND sh ${script} ${PROJECT_SOURCE_DIR}/${list} ${out}
    DEPENDS ${list} ${script} COMMENT "Reading ${list}" VERBATIM)
  list(APPEND rows ${out})
endforeach()
add_library(palpate-words INTERFACE ${rows})
target_include_directories(palpate-words INTERFACE ${PROJECT_BINARY_DIR})
