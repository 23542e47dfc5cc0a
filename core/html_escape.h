/* Text -> text of an HTML page. */
#ifndef CORE_HTML_ESCAPE_H
#define CORE_HTML_ESCAPE_H

#include <palpate/view.h>

#include "core/buffer.h"

/* Appends `text` with the characters escaped that mean something in HTML, also inside
   the quotes of an attribute. */
void html_escape(struct buffer *out, palpate_view text);

#endif
