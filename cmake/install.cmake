# Two libraries: xapian-c, useful alone, and palpate, which stands on it.  Each has a
# pkg-config file and a CMake package.  Their components are libNAME, which programs need to
# run, and libNAME-dev, which others need to be built.
include(CMakePackageConfigHelpers)

install(TARGETS ${PALPATE_PROGRAMS} COMPONENT palpate)
if(NOT PALPATE_PACKAGE)
  file(GLOB manuals ${PROJECT_SOURCE_DIR}/docs/*.1)
  install(FILES ${manuals} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT palpate)
  install(FILES docs/palpate-serve.service DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT palpate)
endif()

# Documents that are pages of the manual, too; made where lowdown is, and in packages.
find_program(LOWDOWN lowdown)
file(STRINGS docs/palpate-index.1 manual_date REGEX "^[.]TH " LIMIT_COUNT 1)
string(REGEX REPLACE "^[.]TH [A-Z-]+ 1 \"([^\"]*)\".*" "\\1" manual_date "${manual_date}")
# manual_of(DOCUMENT NAME SECTION COMPONENT)
function(manual_of document name section component)
  set(page ${PROJECT_BINARY_DIR}/manual/${name}.${section})
  add_custom_command(OUTPUT ${page}
    DEPENDS ${PROJECT_SOURCE_DIR}/docs/${document} ${PROJECT_SOURCE_DIR}/cmake/manual.sh
    COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/manual.sh ${PROJECT_SOURCE_DIR}/docs/${document}
      ${section} "${manual_date}" ${PROJECT_VERSION} ${page} VERBATIM)
  set(MANUAL_PAGES ${MANUAL_PAGES} ${page} PARENT_SCOPE)
  if(PALPATE_PACKAGE)
    add_custom_command(OUTPUT ${page}.gz DEPENDS ${page} COMMAND gzip -9nkf ${page} VERBATIM)
    set(MANUAL_PAGES ${MANUAL_PAGES} ${page} ${page}.gz PARENT_SCOPE)
    set(page ${page}.gz)
  endif()
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT ${component})
endfunction()
if(LOWDOWN)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/manual)
  set(MANUAL_PAGES "")
  manual_of(LIBRARY.md palpate 3 libpalpate-dev)
  manual_of(QUERY_SYNTAX.md palpate-query-syntax 7 palpate)
  manual_of(THESAURUS.md palpate-thesaurus 5 palpate)
  manual_of(CURATION.md palpate-curation 5 palpate)
  add_custom_target(manual_pages ALL DEPENDS ${MANUAL_PAGES})
elseif(PALPATE_PACKAGE)
  message(FATAL_ERROR "the packages have pages of the manual that lowdown makes: install it")
endif()

install(FILES docs/HTTP_API.md docs/QUERY_SYNTAX.md docs/THESAURUS.md docs/CURATION.md
  docs/RUNNING.md
  docs/nginx.conf
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT palpate)

install(DIRECTORY docs/guides DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT palpate)

# Names to start with, and articles to try them on.
install(FILES corpus/thesaurus.tsv DESTINATION ${CMAKE_INSTALL_DATADIR}/palpate COMPONENT palpate)
install(FILES packaging/wordpress/palpate-search.php
  DESTINATION ${CMAKE_INSTALL_DATADIR}/palpate/wordpress COMPONENT palpate)
install(DIRECTORY corpus/articles DESTINATION ${CMAKE_INSTALL_DATADIR}/palpate/corpus
  COMPONENT palpate PATTERN "*.amp.html" EXCLUDE)

# What shells complete, made of the programs' own help.
set(completions "")
foreach(program IN LISTS PALPATE_PROGRAMS)
  foreach(shell bash zsh fish)
    set(file ${PROJECT_BINARY_DIR}/completions/${program}.${shell})
    add_custom_command(OUTPUT ${file} DEPENDS ${program} ${PROJECT_SOURCE_DIR}/cmake/completions.sh
      COMMAND ${CMAKE_COMMAND} -E env LD_LIBRARY_PATH=${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}
        sh ${PROJECT_SOURCE_DIR}/cmake/completions.sh ${shell} $<TARGET_FILE:${program}> ${file}
      VERBATIM)
    list(APPEND completions ${file})
  endforeach()
  install(FILES ${PROJECT_BINARY_DIR}/completions/${program}.bash RENAME ${program}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT palpate)
  install(FILES ${PROJECT_BINARY_DIR}/completions/${program}.zsh RENAME _${program}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT palpate)
  install(FILES ${PROJECT_BINARY_DIR}/completions/${program}.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT palpate)
endforeach()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/completions)
add_custom_target(completions ALL DEPENDS ${completions})

function(install_package name)
  set(target ${name})
  set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/${name})
  install(TARGETS ${target} EXPORT ${name}
    LIBRARY COMPONENT lib${name} NAMELINK_COMPONENT lib${name}-dev
    ARCHIVE COMPONENT lib${name}-dev)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/${name} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    COMPONENT lib${name}-dev FILES_MATCHING PATTERN "*.h")
  install(EXPORT ${name} NAMESPACE ${name}:: FILE ${name}-targets.cmake DESTINATION ${folder}
    COMPONENT lib${name}-dev)

  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/${name}-config.cmake.in
    ${PROJECT_BINARY_DIR}/${name}-config.cmake INSTALL_DESTINATION ${folder})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/${name}-config-version.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/${name}-config.cmake
    ${PROJECT_BINARY_DIR}/${name}-config-version.cmake
    DESTINATION ${folder} COMPONENT lib${name}-dev)

  configure_file(${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT lib${name}-dev)
endfunction()

# A static library carries the needs of its users' link in its pkg-config file; a shared one keeps
# them to itself, and what it was built with need not be there.
if(NOT BUILD_SHARED_LIBS)
  set(PALPATE_PC_NEEDS "Requires: xapian-c, libxml-2.0, zlib, jansson, libutf8proc, libxxhash, libzstd
Libs: -pthread -lm")
  set(XAPIAN_C_PC_NEEDS "Requires: xapian-core
Libs: -lstdc++ -lm")
endif()
file(RELATIVE_PATH PALPATE_PC_PREFIX
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" PALPATE_PC_PREFIX "${PALPATE_PC_PREFIX}")
install_package(xapian-c)
install_package(palpate)

install(DIRECTORY examples/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libpalpate-dev/examples
  COMPONENT libpalpate-dev)
install(FILES examples/bare_xapian.c
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libxapian-c-dev/examples COMPONENT libxapian-c-dev)
install(FILES shim/README.md
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libxapian-c-dev COMPONENT libxapian-c-dev)
