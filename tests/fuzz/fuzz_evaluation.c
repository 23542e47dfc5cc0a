/* Any bytes are a saved evaluation, or refused with a sentence: what is read is
   written, and read the same again. */
#include <unistd.h>

#include "core/view.h"
#include "fuzz.h"
#include "query/eval/saved.h"

static palpate_evaluation *read_bytes(palpate_view bytes, palpate_error *err)
{
    char path[FUZZ_PATH];
    palpate_evaluation *read = NULL;
    int file = fuzz_file(path, bytes);

    REQUIRE((palpate_evaluation_read(&read, path, err) == PALPATE_OK) ==
            (read != NULL));
    (void)close(file);
    return read;
}

void fuzz_one(palpate_view bytes)
{
    struct buffer written = { 0 };
    struct buffer again = { 0 };
    palpate_error err;
    palpate_evaluation *first = read_bytes(bytes, &err);
    palpate_evaluation *second = NULL;

    if (first == NULL) {
        fuzz_require_sentence(err.message);
        return;
    }
    saved_write(&written, first);
    second = read_bytes(buffer_view(&written), NULL);
    REQUIRE(second != NULL && second->query_count == first->query_count);
    saved_write(&again, second);
    REQUIRE(view_equals(buffer_view(&written), buffer_view(&again)));
    palpate_evaluation_free(first);
    palpate_evaluation_free(second);
    buffer_free(&written);
    buffer_free(&again);
}
