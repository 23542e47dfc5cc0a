/* What stands before a name, "Written by" -> whose name it is. */
#ifndef INDEXER_NAME_LABEL_H
#define INDEXER_NAME_LABEL_H

#include <palpate/view.h>
#include <stddef.h>

enum name_label {
    LABEL_NONE,
    LABEL_AUTHOR,   /* "By", "Written by:", "Autor" */
    LABEL_REVIEWER, /* "Reviewed by" */
    LABEL_EDITOR,   /* "Edited by" */
    LABEL_OTHER,    /* "Photo by": somebody who wrote nothing of it */
    LABEL_PARTICLE  /* "Von", "Par": before names, but also in them */
};

/* The longest label that `text` starts with, which may be all of it, without regard to
   case, and its size with the space and colon after it; LABEL_NONE and 0 where it
   starts with none. */
enum name_label name_label(palpate_view text, size_t *size);

#endif
