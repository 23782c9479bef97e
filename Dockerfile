# Two stages: packages are installed in the first, and the second has no installer's traces and no root.
FROM docker.io/library/python:3.13-slim-bookworm AS build
# For pictures: matplotlib brings a font for European scripts, Arabic and Hebrew; this one has Chinese, Japanese and Korean.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-droid-fallback
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN python3 -m venv /opt/parley
WORKDIR /src
COPY requirements/installer.txt requirements/run.txt requirements/reader.txt requirements/opensearch.txt ./
RUN /opt/parley/bin/pip install --require-hashes --no-deps --requirement installer.txt \
    && /opt/parley/bin/pip install --require-hashes --no-deps --no-build-isolation --requirement run.txt \
        --requirement reader.txt --requirement opensearch.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY index index
RUN /opt/parley/bin/pip install --no-deps --no-build-isolation . && /opt/parley/bin/pip check
# What the bot never opens stays behind: installers, the tests, type stubs and C sources that packages carry, what
# languages are called in some five hundred others, and what would fetch, write or convert models, which is never done.
RUN /opt/parley/bin/pip uninstall --quiet --yes \
        huggingface-hub hf-xet fsspec filelock httpx2 httpcore2 h11 anyio truststore tqdm protobuf flatbuffers \
    && /opt/parley/bin/pip uninstall --quiet --yes setuptools pip \
    && cd /opt/parley/lib/python3*/site-packages \
    && rm -r onnxruntime/datasets onnxruntime/quantization onnxruntime/tools onnxruntime/transformers \
    && find . -depth -type d -name tests -exec rm -r {} + \
    && find . -type f \( -name "*.pyi" -o -name "*.pyx" -o -name "*.pxd" -o -name "*.[ach]" -o -name "*.cpp" \) -delete \
    && find babel/locale-data -name "*.dat" ! -name root.dat ! -name en.dat -delete \
    && rm -r matplotlib/mpl-data/sample_data \
    && /opt/parley/bin/python -m compileall -q /opt/parley

FROM docker.io/library/python:3.13-slim-bookworm
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="Answers about negotiations, quoted and cited, on Discord" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --system --gid 10001 parley \
    && useradd --system --uid 10001 --gid parley --no-create-home --home-dir /data --shell /usr/sbin/nologin parley \
    && install --directory --owner=parley --group=parley --mode=0750 /data
COPY --from=build /opt/parley /opt/parley
COPY --from=build /usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf /usr/share/fonts/truetype/
COPY seeds /opt/seeds
ENV PATH=/opt/parley/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp/matplotlib \
    ORT_DISABLE_TELEMETRY=1 \
    PARLEY_DATABASE=/data/parley.db \
    PARLEY_HEALTH_FILE=/tmp/parley.health \
    PARLEY_SEEDS=/opt/seeds
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=120s --retries=3 CMD ["parley", "health"]
ENTRYPOINT ["parley"]
CMD ["run"]
