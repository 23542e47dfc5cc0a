/* A title, heading or name -> the keys under which it completes what is being typed. */
#ifndef CORE_COMPLETION_H
#define CORE_COMPLETION_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    COMPLETION_SIZE = 120, /* bytes of a key at most: longer texts are cut at a word */
    COMPLETION_STARTS = 4  /* words from which a text is completed */
};

/* The folded words of `text` with a space between them.  Returns the bytes written. */
size_t completion_key(palpate_view text, char out[COMPLETION_SIZE]);

/* Where the words start from which a key is completed: its first word, and later ones
   that are worth an index entry.  Returns how many, at most COMPLETION_STARTS. */
uint32_t completion_starts(palpate_view key, uint32_t starts[COMPLETION_STARTS]);

#ifdef __cplusplus
}
#endif
#endif
