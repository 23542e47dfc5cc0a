/* The folder of an index -> how large it is, and when it was written. */
#ifndef QUERY_INDEX_SIZE_H
#define QUERY_INDEX_SIZE_H

#include <palpate/search.h>

#include "core/index_folder.h"
#include "core/wide_index.h"

/* Fills `bytes` and `written` from the database that the stub names, as it is now, and
   from the stub; of a wide index, unless it is NULL, from all that it names.  What
   cannot be seen counts nothing. */
void index_size_measure(palpate_index_info *info, const struct index_folder *index,
        const struct wide_index *wide);

#endif
