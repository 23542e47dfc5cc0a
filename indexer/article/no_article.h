/* A page -> whether it is one that holds no article, whatever its text, and of which
   kind. */
#ifndef INDEXER_NO_ARTICLE_H
#define INDEXER_NO_ARTICLE_H

#include "indexer/article.h"
#include "indexer/html/tree.h"

/* What the bytes of a page are, by their tree: PAGE_FEED, PAGE_DATA or PAGE_INDEXED. */
enum page_verdict no_article_by_form(const struct tree *tree);

/* What a page says that it is, once its title and text are known: PAGE_MOVED (and fills
   `moved_to`), PAGE_NOT_FOUND or PAGE_INDEXED. */
enum page_verdict no_article_by_text(
        struct article *article, const struct tree *tree, palpate_view whole_text);

/* What the path of a page says that it is: PAGE_PROGRAM, PAGE_NOT_FOUND or
   PAGE_INDEXED. */
enum page_verdict no_article_by_path(const struct article *article, palpate_view path);

#endif
