/* Any bytes are what people asked: lines are read, or counted as wrong; what was read
   twice is twice as frequent, and says the same. */
#include <stdlib.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fuzz.h"
#include "query/program/question_log.h"

static void read_bytes(struct question_log *log, palpate_view bytes)
{
    FILE *file = tmpfile();

    *log = (struct question_log){ .count = 0 };
    REQUIRE(file != NULL);
    REQUIRE(fwrite(bytes.data == NULL ? "" : bytes.data, 1, bytes.size, file) ==
            bytes.size);
    rewind(file);
    REQUIRE(question_log_read(log, file));
    (void)fclose(file);
}

void fuzz_one(palpate_view bytes)
{
    struct question_log once;
    struct question_log twice;
    struct buffer both = { 0 };

    buffer_append(&both, bytes);
    buffer_append_byte(&both, '\n');
    buffer_append(&both, bytes);
    read_bytes(&once, bytes);
    read_bytes(&twice, buffer_view(&both));
    REQUIRE(once.count == twice.count);
    for (size_t i = 0; i < once.count; i++) {
        REQUIRE(twice.items[i].times == 2 * once.items[i].times);
        REQUIRE(view_equals(view_of(once.items[i].text), view_of(twice.items[i].text)));
        REQUIRE(i == 0 || once.items[i - 1].times >= once.items[i].times);
    }
    question_log_free(&once);
    question_log_free(&twice);
    buffer_free(&both);
}
