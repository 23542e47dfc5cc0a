/* Text -> the shortcodes in it, which a plugin was to replace. */
#ifndef INDEXER_SHORTCODE_H
#define INDEXER_SHORTCODE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "indexer/html/tree.h"

/* The bytes of the shortcode at `place` of `text`, a '[' or '{', or 0:
   "[vc_row css="a"]", "[/vc_row]", "[gallery]", "[[{"fid":"1"}]]", "{loadposition a}".
   What people write in brackets ("[sic]", "[12]", "a[i_j]") is none. */
size_t shortcode_size(palpate_view text, size_t place);

/* The same, of a text of the page: what stands in code is none. */
size_t shortcode_at(const struct tree *tree, uint32_t text, size_t place);

/* Whether a text may have any. */
bool shortcode_may_be(palpate_view text);

#endif
