/* The databases of a wide index -> its head: what questions need besides passages. */
#ifndef INDEXER_HEAD_H
#define INDEXER_HEAD_H

#include <palpate/status.h>
#include <xapian-c/read.h>

/* Creates a database without passages at `path`, with the stamp, and with what the
   databases that were joined in `from` have: the thesauri and curations of all, each
   entry once, and the base address where all have the same.  Where one of them is on
   another machine the head also has the terms of all, and what tells their states.
   PALPATE_BAD_INPUT where the curations cannot be read as one. */
palpate_status head_write(const char *path, xc_database *from, palpate_error *err);

#endif
