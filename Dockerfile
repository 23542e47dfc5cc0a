# palpate from its own Debian packages.  An index is given as a volume, and nothing is written to it:
#
#   docker build -t palpate .
#   docker run --rm -v "$PWD/site:/site:ro" -v "$PWD/data:/data" palpate palpate-index /data/index /site
#   docker run --rm -p 127.0.0.1:8080:8080 -v "$PWD/data:/data:ro" palpate
FROM debian:12-slim AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
WORKDIR /palpate
COPY . .
# What the packages are built with is listed in one place.
# hadolint ignore=DL3008,SC1091,SC2086
RUN . cmake/packages.sh \
    && apt-get update \
    && apt-get install -y --no-install-recommends $PALPATE_BUILD_PACKAGES lowdown dpkg-dev file \
    && rm -rf /var/lib/apt/lists/*
RUN cmake --preset package && cmake --build --preset package
WORKDIR /palpate/build/package
RUN cpack && mkdir /packages && mv palpate_*.deb palpate-pdf_*.deb libpalpate0*.deb libxapian-c0*.deb /packages/

FROM debian:12-slim
COPY --from=build /packages /packages
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends /packages/*.deb \
    && rm -rf /var/lib/apt/lists/* /packages \
    && useradd --system --home-dir /data --no-create-home palpate \
    && install -d -o palpate -g palpate /data
USER palpate
VOLUME /data
EXPOSE 8080
# Names that are not those of this machine are refused: give yours with --allow-host.
CMD ["palpate-serve", "/data/index", "--listen", "0.0.0.0:8080", "--allow-host", "localhost"]
