# The worker as a static binary in an empty image, run by an account without privileges.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/worker ./worker \
 && CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/starter ./starter \
 && mkdir -p /out/data /out/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/worker /out/starter /
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build --chown=65532:65532 /out/tmp /tmp
USER 65532:65532
VOLUME /data
ENV SENDPANEL_DATA=/data SENDPANEL_HEALTH=0.0.0.0:8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=20s CMD ["/worker", "healthcheck"]
ENTRYPOINT ["/worker"]
