/* A question that a page declares, and its answer -> plain text of both. */
#ifndef INDEXER_QUESTIONS_H
#define INDEXER_QUESTIONS_H

#include "indexer/metadata/statements.h"

/* Takes a question and an answer, which may have markup; beyond some hundreds they are
   skipped. */
void question_take(
        struct statements *statements, palpate_view question, palpate_view answer);

#endif
