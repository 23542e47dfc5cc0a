/* The blocks of a page -> which of them are the article. */
#ifndef INDEXER_CONTENT_JUDGE_H
#define INDEXER_CONTENT_JUDGE_H

#include <palpate/status.h>

#include "core/arena.h"
#include "indexer/article.h"
#include "indexer/content/content.h"
#include "indexer/html/blocks.h"
#include "indexer/html/tree.h"

/* Judges every block, knowing what pages of the site share and what the page says of
   its article.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status content_judge(struct content *content, struct arena *arena,
        const struct tree *tree, const struct blocks *blocks,
        const struct page_origin *origin, const struct region_hints *hints,
        palpate_error *err);

#endif
