/* What was found in folders -> the files of a run, in order, and what is said of the
 * rest.
 */
#ifndef INDEXER_SOURCE_SIFT_H
#define INDEXER_SOURCE_SIFT_H

#include "indexer/source/page_rules.h"
#include "indexer/source/source_root.h"
#include "indexer/source/source_walk.h"

/* Sorts the files, leaves out those that were found twice, and those that the rules do
   not take, which it reports.  Reports the troubles, and drops those that lie where
   nothing is taken. */
void source_sift(struct source_files *files, const struct source_root *root,
        struct page_rules *rules, source_report *report, void *user);

/* The file of this id among sorted ones, or NULL. */
const struct source_file *source_files_find(
        const struct source_files *files, palpate_view id);

#endif
