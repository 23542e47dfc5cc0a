#include "server/options.h"
#include "server/serve.h"

int main(int count, char **words)
{
    struct options options;

    switch (options_read(&options, count, words)) {
    case OPTIONS_DONE: return 0;
    case OPTIONS_WRONG: return 2;
    case OPTIONS_RUN: break;
    }
    return serve(&options) ? 0 : 2;
}
