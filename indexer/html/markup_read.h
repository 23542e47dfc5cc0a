/* HTML -> the same in the form in which the parser reads it as browsers do. */
#ifndef INDEXER_MARKUP_READ_H
#define INDEXER_MARKUP_READ_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/buffer.h"

/* Appends `html`, which is UTF-8, with references as the characters that they stand for
   (those of ASCII signs as numbers, so that no markup comes of them), without what
   browsers take for comments but the parser for text ("<![if !vml]>", "<?xml ...>",
   "</ >"), and with the markup in elements of plain text ("<textarea>", "<iframe>") as
   text.  Scripts, styles and comments stay as they are.  Appends nothing and returns
   false where nothing differs. */
bool markup_read(struct buffer *out, palpate_view html);

/* The first place from `place` on that has a '<' or '&', html.size where none has. */
size_t markup_next(palpate_view html, size_t place);

#endif
