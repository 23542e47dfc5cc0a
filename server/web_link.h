/* An address as a page says it -> whether it may become a link. */
#ifndef SERVER_WEB_LINK_H
#define SERVER_WEB_LINK_H

#include <palpate/view.h>
#include <stdbool.h>

/* Pages can say of themselves what they like: only addresses of pages become links. */
bool is_web_link(palpate_view address);

#endif
