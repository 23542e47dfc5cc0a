/* Memory that nobody may look at: in builds with the address sanitizer whoever does so
   is found out there and then.  In other builds these are nothing. */
#ifndef CORE_POISON_H
#define CORE_POISON_H

#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__)
#define CORE_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CORE_POISONS 1
#endif
#endif

/* Without the sanitizer's headers, which a linter of another compiler does not have,
   nothing is poisoned. */
#if defined(CORE_POISONS) && defined(__has_include)
#if !__has_include(<sanitizer/asan_interface.h>)
#undef CORE_POISONS
#endif
#endif

#ifdef CORE_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(place, size)   ASAN_POISON_MEMORY_REGION(place, size)
#define UNPOISON(place, size) ASAN_UNPOISON_MEMORY_REGION(place, size)
#define IS_POISONED(place)    (__asan_address_is_poisoned(place) != 0)
#else
#define CORE_POISONS          0
#define POISON(place, size)   ((void)(place), (void)(size))
#define UNPOISON(place, size) ((void)(place), (void)(size))
#define IS_POISONED(place)    ((void)(place), false)
#endif

#endif
