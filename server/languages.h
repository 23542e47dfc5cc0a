/* What a browser or a page says of languages -> a short list of them. */
#ifndef SERVER_LANGUAGES_H
#define SERVER_LANGUAGES_H

#include <palpate/view.h>

enum { LANGUAGES_SIZE = 40, MAX_LANGUAGES = 4 };

/* Writes the first few languages of a list as Accept-Language has it, the preferred
   first, without regions and each once: of "en-GB,en;q=0.8,de" it is "en,de".  Ways to
   say the same give the same list.  What is no language is skipped. */
palpate_view languages_read(char out[LANGUAGES_SIZE], palpate_view list);

#endif
