# What makes a mistake in memory harder to use: relocations that are read-only once a program
# has started, stack protectors, checked calls of libc, landing pads for jumps (CET), programs
# that are loaded anywhere.  tests/checks/hardening.sh looks at what came out.
include(CheckCCompilerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES C CXX)
add_link_options(LINKER:-z,relro,-z,now,-z,noexecstack)

check_c_compiler_flag(-fcf-protection PALPATE_HAS_CF_PROTECTION)

# A build for debugging has frames and calls as they are written.
set(PALPATE_HARDENED OFF)
if(CMAKE_BUILD_TYPE MATCHES "^(Rel|MinSizeRel)")
  set(PALPATE_HARDENED ON)
  add_compile_options(-fstack-protector-strong)
  add_compile_definitions(_FORTIFY_SOURCE=2)
  if(PALPATE_HAS_CF_PROTECTION)
    add_compile_options(-fcf-protection)
  endif()
endif()
