/* The text fragment of a link as an address has it <-> as a record keeps it. */
#ifndef CORE_LINK_TEXT_H
#define CORE_LINK_TEXT_H

#include <palpate/view.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { LINK_TEXT_GROWTH = 3 /* bytes of an address for one that is kept, at most */ };

/* Appends a fragment without its percent signs: its words then are those of the
   passage's text beside it, and compress to next to nothing.  Any bytes come back as
   they were. */
void link_text_pack(struct buffer *out, palpate_view fragment);

/* Writes what was packed as an address has it and returns the end; at most
   LINK_TEXT_GROWTH times as many bytes. */
char *link_text_unpack(char *end, palpate_view packed);

#ifdef __cplusplus
}
#endif
#endif
