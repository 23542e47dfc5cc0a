# Debian packages: cmake --preset package && cmake --build --preset package && cpack in
# build/package/.  A component is a package.
if(NOT PALPATE_PACKAGE)
  return()
endif()

set(version ${PROJECT_VERSION})
set(abi ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(maintainer "palpate maintainers <maintainers@palpate.example>")
set(scratch ${PROJECT_BINARY_DIR}/package)
file(MAKE_DIRECTORY ${scratch})

# The time of the newest change, so that the same tree makes the same files: what is asked for, else what
# git says of this very tree, else that of a file, which a tarball has from the commit that it was made of.
set(epoch "$ENV{SOURCE_DATE_EPOCH}")
find_program(GIT git)
if(NOT epoch AND GIT AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND ${GIT} -C ${PROJECT_SOURCE_DIR} log -1 --format=%ct
    OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT epoch)
  file(TIMESTAMP ${PROJECT_SOURCE_DIR}/CHANGELOG.md epoch %s UTC)
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C date -u -R -d @${epoch}
  OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

# Makes the file compressed, as Debian has its manuals and changes.
function(compress out file)
  execute_process(COMMAND gzip -9nc ${file} OUTPUT_FILE ${out} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB manuals ${PROJECT_SOURCE_DIR}/docs/*.1)
foreach(manual IN LISTS manuals)
  get_filename_component(name ${manual} NAME)
  compress(${scratch}/${name}.gz ${manual})
  install(FILES ${scratch}/${name}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT palpate)
endforeach()
install(FILES docs/palpate-serve.service packaging/palpate-shard@.service packaging/palpate-index.service
  packaging/palpate-index.timer DESTINATION /lib/systemd/system COMPONENT palpate)
install(FILES packaging/limits DESTINATION /etc/palpate COMPONENT palpate)
install(FILES packaging/logrotate RENAME palpate DESTINATION /etc/logrotate.d COMPONENT palpate)
compress(${scratch}/NEWS.gz ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
install(FILES ${scratch}/NEWS.gz RENAME CHANGELOG.md.gz DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT palpate)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME palpate)
set(CPACK_PACKAGE_VERSION ${version})
set(CPACK_PACKAGE_CONTACT "${maintainer}")
# What CPack has if there is none: each package has its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_NAME} built using CMake")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# debian_package(COMPONENT NAME SECTION SUMMARY DEPENDS DESCRIPTION): a package, with the licence
# and the changes that each has.
function(debian_package component name section summary depends description)
  string(TOUPPER ${component} upper)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/changelog.in ${scratch}/${name}.changelog @ONLY)
  compress(${scratch}/${name}.changelog.gz ${scratch}/${name}.changelog)
  install(FILES ${scratch}/${name}.changelog.gz RENAME changelog.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name} COMPONENT ${component})
  install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name}
    COMPONENT ${component})
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${description}" PARENT_SCOPE)
  set(CPACK_COMPONENTS_ALL ${CPACK_COMPONENTS_ALL} ${component} PARENT_SCOPE)
endfunction()

set(CPACK_COMPONENTS_ALL "")
debian_package(palpate palpate web "passage search for sites of health articles"
  "libpalpate${abi} (= ${version})"
  "Turns article pages of a site into an index of passages, keeps it up to date,
and finds the passage that answers a question: palpate-index, palpate-query,
and palpate-serve with a search page, over HTTP.")
if(TARGET palpate-pdf)
  debian_package(palpate-pdf palpate-pdf web "passage search for sites of health articles (PDFs)"
    "palpate (= ${version})"
    "Indexes article pages and answers questions with ranked passages.
This package lets palpate-index read PDFs, too: their pages become passages.")
  set(CPACK_DEBIAN_PALPATE_PACKAGE_RECOMMENDS palpate-pdf)
  # Packages of before had this program in `palpate`, under the same version: that its file moved is no
  # conflict, whichever of the two is unpacked first.
  set(CPACK_DEBIAN_PALPATE-PDF_PACKAGE_BREAKS "palpate (<< ${version})")
  set(CPACK_DEBIAN_PALPATE-PDF_PACKAGE_REPLACES "palpate (<= ${version})")
endif()
debian_package(libpalpate libpalpate${abi} libs "passage search for sites of health articles (library)"
  "libxapian-c${abi} (= ${version})"
  "Indexes article pages and answers questions with ranked passages.
This package has the library that programs need to run.")
debian_package(libpalpate-dev libpalpate-dev libdevel "passage search for sites of health articles (development)"
  "libpalpate${abi} (= ${version}), libxapian-c-dev (= ${version})"
  "Indexes article pages and answers questions with ranked passages.
This package has what is needed to build programs with it.")
debian_package(libxapian-c libxapian-c${abi} libs "C binding of the search engine library Xapian"
  ""
  "Documents, terms, values and queries of Xapian databases for programs in C:
every exception becomes a status.
This package has the library that programs need to run.")
debian_package(libxapian-c-dev libxapian-c-dev libdevel "C binding of the search engine library Xapian (development)"
  "libxapian-c${abi} (= ${version})"
  "Documents, terms, values and queries of Xapian databases for programs in C:
every exception becomes a status.
This package has what is needed to build programs with it.")
# How others depend on a library, and that the loader has to learn of it.
foreach(name palpate xapian-c)
  string(TOUPPER lib${name} upper)
  file(WRITE ${scratch}/lib${name}/shlibs "lib${name} ${abi} lib${name}${abi} (= ${version})\n")
  file(WRITE ${scratch}/lib${name}/triggers "activate-noawait ldconfig\n")
  set(CPACK_DEBIAN_${upper}_PACKAGE_CONTROL_EXTRA
    "${scratch}/lib${name}/shlibs;${scratch}/lib${name}/triggers")
endforeach()
file(WRITE ${scratch}/conffiles "/etc/logrotate.d/palpate\n/etc/palpate/limits\n")
set(CPACK_DEBIAN_PALPATE_PACKAGE_CONTROL_EXTRA ${scratch}/conffiles)
set(CPACK_DEBIAN_PALPATE_PACKAGE_SUGGESTS nginx)
set(CPACK_POST_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/package_again.cmake)
set(CPACK_PALPATE_EPOCH "${epoch}")
include(CPack)
