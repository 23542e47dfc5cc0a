# palpate-words: every words/LANGUAGE/NAME.txt as rows of C, #include "words/LANGUAGE/NAME.inc"
# (words/README.md), and all of one name after another, #include "words/all/NAME.inc".  A layer
# that includes one links it.
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
# Each list of one language after another, by code, with LANGUAGE as the code of its rows.
set(names "")
foreach(list IN LISTS lists)
  string(REGEX MATCH "^words/([a-z]+)/([a-z_]+)[.]txt$" found ${list})
  set(language ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  if(NOT language STREQUAL "mul")
    list(APPEND names ${name})
    string(APPEND rows_of_${name} "#define LANGUAGE \"${language}\"\n"
      "#include \"words/${language}/${name}.inc\"\n#undef LANGUAGE\n")
  endif()
endforeach()
list(REMOVE_DUPLICATES names)
foreach(name IN LISTS names)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/words/all/${name}.inc
    CONTENT "${rows_of_${name}}" @ONLY)
endforeach()
add_library(palpate-words INTERFACE ${rows})
target_include_directories(palpate-words INTERFACE ${PROJECT_BINARY_DIR})
