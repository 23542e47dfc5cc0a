/* Any bytes are read as JSON with people's mistakes: what a strict reader reads is read
   the same, and what comes out is a value that can be written and read again. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "indexer/metadata/json_lenient.h"

static void require_readable(json_t *value)
{
    char *written = json_dumps(value, JSON_COMPACT);
    json_t *again = NULL;

    if (written != NULL)
        again = json_loads(written, 0, NULL);
    /* Numbers that overflow when written are the only loss. */
    REQUIRE(written != NULL);
    REQUIRE(again != NULL);
    REQUIRE(json_is_object(again) == json_is_object(value));
    json_decref(again);
    free(written);
}

void fuzz_one(palpate_view bytes)
{
    json_t *value = NULL;
    json_t *strict = json_loadb(bytes.size == 0 ? "" : bytes.data, bytes.size, 0, NULL);

    REQUIRE(json_read_leniently(&value, bytes));
    REQUIRE(strict == NULL || json_equal(strict, value) != 0);
    if (value != NULL)
        require_readable(value);
    json_decref(value);
    json_decref(strict);
}
