/* What the tests of a database's blocks share: a database that is changed again and
   again, in the same way in every run. */
#ifndef SHIM_BLOCKS_H
#define SHIM_BLOCKS_H

#include "shim_fixture.h"

#include <stdint.h>

enum { MOST_BLOCKS = 4096, BLOCK = 8192 };

/* Adds, replaces and removes documents; the first round adds most. */
static inline void change(xc_writer *writer, unsigned round)
{
    enum { WORDS = 40 };
    static uint32_t seed = 1;
    uint32_t last = 0;

    assert_int_equal(xc_writer_count(&last, writer, NULL), XC_OK);
    for (unsigned i = 0; i < (round == 0 ? 1200U : 40U); i++) {
        char text[WORDS * 8 + 1] = "";
        for (size_t word = 0; word < WORDS; word++) {
            seed = seed * 1103515245U + 12345U;
            (void)snprintf(text + 8 * word, 9, "w%06u ", (seed >> 8) % 20000);
        }
        xc_document *document = document_of(text, NULL);
        seed = seed * 1103515245U + 12345U;
        if (round > 0 && i % 3 == 0)
            (void)xc_writer_delete(writer, 1 + (seed >> 8) % last, NULL);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
        xc_document_close(document);
    }
}

#endif
