/* What others call an address -> whether it is believed. */
#ifndef CORE_WEB_ADDRESS_H
#define CORE_WEB_ADDRESS_H

#include <palpate/view.h>
#include <stdbool.h>

/* Whether it is a whole address of the web: http or https, a host, and none but
   characters that may stand in a link, of ASCII or beyond.  No other scheme is
   believed: links are made of addresses, and "javascript:" runs. */
bool is_web_address(palpate_view text);

/* Whether it is such an address, or a path of one: without a scheme and a host. */
bool is_web_path(palpate_view text);

#endif
