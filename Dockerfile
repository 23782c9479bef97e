# Two stages: packages are installed in the first, and the second has no installer's traces and no root.
FROM docker.io/library/python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN python3 -m venv /opt/parley
WORKDIR /src
COPY constraints-runtime.txt ./
RUN /opt/parley/bin/pip install --require-hashes --requirement constraints-runtime.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY index index
RUN /opt/parley/bin/pip install --no-deps --no-build-isolation . \
    && /opt/parley/bin/python -m compileall -q /opt/parley

FROM docker.io/library/python:3.13-slim-bookworm
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="Answers about negotiations, quoted and cited, on Discord" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --system --gid 10001 parley \
    && useradd --system --uid 10001 --gid parley --no-create-home --home-dir /data --shell /usr/sbin/nologin parley \
    && install --directory --owner=parley --group=parley --mode=0750 /data
COPY --from=build /opt/parley /opt/parley
COPY seeds /opt/seeds
ENV PATH=/opt/parley/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp/matplotlib \
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
