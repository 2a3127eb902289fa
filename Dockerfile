# For a machine with Docker and without Node. Built from the same two commands as anywhere: npm ci, npm start.
#
#   docker build -t palabre .
#   docker run --rm -it --init --network host -v palabre:/data palabre
#
# The server listens on 127.0.0.1 only, wherever it runs: it is for trying Palabre, has no TLS, and demo data. A container's own
# 127.0.0.1 is out of reach for `--publish`, and an address that others reach should not be one forgotten variable away. `--network host`
# gives the container this machine's 127.0.0.1, so http://127.0.0.1:4000 answers here and nowhere else (another port: -e PORT=4001).
# Docker Desktop has it from 4.34 on: Settings, Resources, Network, "Enable host networking".
#
# A moderator's token: docker exec <container> npm run --silent token -- --site demo --scope comments:moderate
FROM node:24-slim
RUN mkdir /app /data && chown node:node /app /data
USER node
WORKDIR /app
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci
COPY --chown=node:node . .
ENV DATA_DIR=/data
VOLUME /data
# What npm start runs, without npm and a shell in between, which would keep Ctrl-C from the server.
CMD ["node", "--min-semi-space-size=4", "--max-semi-space-size=4", "--no-allocation-site-pretenuring", "tools/run.mjs", "local/start.ts"]
