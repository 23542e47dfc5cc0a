/* The text of a page -> the characters that are seen of it. */
#ifndef INDEXER_CHARACTERS_H
#define INDEXER_CHARACTERS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

/* Whether a character is not seen and parts no words: it only says where a line may
   break, or that it may not. */
bool character_is_unseen(uint32_t character);

/* Appends `text`, which must be well-formed, in normal form C: without unseen
   characters, what was encoded twice decoded again, and controls from 128 to 159 as
   the characters that windows-1252 has there. */
void characters_settle(struct buffer *out, palpate_view text);

#endif
