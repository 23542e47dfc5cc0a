/* Any bytes are a file that lists sources: each name is one of its lines, and none is a
   comment. */
#include <string.h>
#include <unistd.h>

#include "core/view.h"
#include "fuzz.h"
#include "indexer/program/files_from.h"

void fuzz_one(palpate_view bytes)
{
    char path[FUZZ_PATH];
    struct source_names names = { .count = 0 };
    int file = fuzz_file(path, bytes);
    bool has_nuls = bytes.size > 0 && memchr(bytes.data, '\0', bytes.size) != NULL;

    if (source_names_read(&names, "files-from", path)) {
        for (size_t i = 0; i < names.count; i++) {
            palpate_view name = view_of(names.items[i]);
            REQUIRE(name.size > 0 && view_find(bytes, name) < bytes.size);
            REQUIRE(has_nuls ||
                    (name.data[0] != '#' &&
                            view_find(name, PALPATE_VIEW("\n")) == name.size));
        }
    }
    source_names_free(&names);
    (void)close(file);
}
