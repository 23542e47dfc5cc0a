# Two packages: xapian-c, useful alone, and palpate, which stands on it.  Each has a
# pkg-config file and a CMake package.
include(CMakePackageConfigHelpers)

install(TARGETS ${PALPATE_PROGRAMS} COMPONENT palpate)
file(GLOB manuals ${PROJECT_SOURCE_DIR}/docs/*.1)
install(FILES ${manuals} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT palpate)
install(FILES docs/HTTP_API.md docs/QUERY_SYNTAX.md docs/palpate-serve.service docs/nginx.conf
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT palpate)

function(install_package name)
  set(target ${name})
  set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/${name})
  install(TARGETS ${target} EXPORT ${name} COMPONENT ${name})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/${name} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    COMPONENT ${name} FILES_MATCHING PATTERN "*.h")
  install(EXPORT ${name} NAMESPACE ${name}:: FILE ${name}-targets.cmake DESTINATION ${folder}
    COMPONENT ${name})

  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/${name}-config.cmake.in
    ${PROJECT_BINARY_DIR}/${name}-config.cmake INSTALL_DESTINATION ${folder})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/${name}-config-version.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/${name}-config.cmake
    ${PROJECT_BINARY_DIR}/${name}-config-version.cmake
    DESTINATION ${folder} COMPONENT ${name})

  configure_file(${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT ${name})
endfunction()

# A static library carries the needs of its users' link in the public part of its
# pkg-config file; a shared one keeps them to itself.
if(BUILD_SHARED_LIBS)
  set(PALPATE_PC_PRIVATE ".private")
endif()
file(RELATIVE_PATH PALPATE_PC_PREFIX
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" PALPATE_PC_PREFIX "${PALPATE_PC_PREFIX}")
install_package(xapian-c)
install_package(palpate)
