#include "output.h"

#include <stdio.h>

enum exit_status complain(const palpate_error *err)
{
    (void)fprintf(stderr, "palpate-query: %s\n", err->message);
    return EXIT_ERROR;
}

bool print_rendering(palpate_view bytes)
{
    bool is_out = fwrite(bytes.data, 1, bytes.size, stdout) == bytes.size &&
                  fflush(stdout) == 0;

    if (!is_out)
        perror("palpate-query: cannot write the answer");
    palpate_rendering_free(bytes);
    return is_out;
}
