#include "server/web_link.h"

#include <strings.h>

bool is_web_link(palpate_view address)
{
    return (address.size > 7 && strncasecmp(address.data, "http://", 7) == 0) ||
           (address.size > 8 && strncasecmp(address.data, "https://", 8) == 0);
}
