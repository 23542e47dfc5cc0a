/* An address -> the site it belongs to, as the index and its filters name it. */
#ifndef CORE_HOST_H
#define CORE_HOST_H

#include <palpate/view.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { HOST_SIZE = 245 };

/* The host of `url`, written into `out` in lower case, without "www." and port; empty
   where it names none. */
palpate_view host_of(palpate_view url, char out[HOST_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
