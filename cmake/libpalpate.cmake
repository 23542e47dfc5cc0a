# libpalpate: the objects of the layers as one library, of which only what the headers in
# include/palpate/ declare is seen from outside.  The programs link nothing else.
add_library(palpate)
add_library(palpate::palpate ALIAS palpate)
foreach(layer palpate-core palpate-indexer palpate-search)
  target_sources(palpate PRIVATE $<TARGET_OBJECTS:${layer}>)
endforeach()
target_include_directories(palpate PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(palpate PRIVATE xapian-c ZLIB::ZLIB Threads::Threads PkgConfig::JANSSON
  PkgConfig::UTF8PROC PkgConfig::XXHASH PkgConfig::ZSTD PkgConfig::LIBXML2 m)
set_target_properties(palpate PROPERTIES LINKER_LANGUAGE C)

# The build tree is laid out as an installed one, so that programs find the libraries by one
# path in both.  With another path for the build CMake would write an empty entry behind it,
# to have room for the change when installing, and the loader takes such an entry for the
# folder that the user stands in.
set_target_properties(palpate xapian-c PROPERTIES BUILD_WITH_INSTALL_RPATH ON
  INSTALL_RPATH "$ORIGIN"
  LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR})

# Before 1.0 a minor version may change the interface.
set_target_properties(palpate xapian-c PROPERTIES VERSION ${PROJECT_VERSION}
  SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})

# Each name has the version of the library that first had it.
foreach(library palpate xapian-c)
  if(BUILD_SHARED_LIBS)
    set(map ${PROJECT_SOURCE_DIR}/cmake/${library}.map)
    target_link_options(${library} PRIVATE -Wl,--version-script=${map})
    set_property(TARGET ${library} APPEND PROPERTY LINK_DEPENDS ${map})
  endif()
endforeach()

# What a library needs it names itself.  Sanitizers resolve their own symbols later.
if(BUILD_SHARED_LIBS AND NOT CMAKE_C_FLAGS MATCHES "-fsanitize")
  target_link_options(palpate PRIVATE -Wl,-z,defs)
  target_link_options(xapian-c PRIVATE -Wl,-z,defs)
endif()

# What the programs share: they use the library as any other program does.
add_library(palpate-command-line STATIC ${PROJECT_SOURCE_DIR}/program/command_line.c
  ${PROJECT_SOURCE_DIR}/program/input.c ${PROJECT_SOURCE_DIR}/program/confine.c
  ${PROJECT_SOURCE_DIR}/program/confine_calls.c ${PROJECT_SOURCE_DIR}/program/confine_files.c)
target_include_directories(palpate-command-line PUBLIC ${PROJECT_SOURCE_DIR}/include
  ${PROJECT_SOURCE_DIR}/program)

set(PALPATE_PROGRAMS "")
function(palpate_program name files)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${files})
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE palpate-command-line palpate)
  set_target_properties(${name} PROPERTIES BUILD_WITH_INSTALL_RPATH ON
    INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}"
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_BINDIR})
  add_custom_command(TARGET ${name} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E create_symlink ${CMAKE_INSTALL_BINDIR}/${name}
      ${PROJECT_BINARY_DIR}/${name} VERBATIM)
  list(APPEND PALPATE_PROGRAMS ${name})
  set(PALPATE_PROGRAMS ${PALPATE_PROGRAMS} PARENT_SCOPE)
endfunction()

palpate_program(palpate-index indexer/program/*.c)
palpate_program(palpate-query query/program/*.c)
