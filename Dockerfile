# syntax=docker/dockerfile:1
# One image per service: docker build --build-arg MODULE=pharmacy-service -t lumbung/pharmacy-service .
# The tree is built once; the images share that stage and most of their layers.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /lumbung
COPY . .
RUN --mount=type=cache,target=/var/cache/maven \
    mvn --batch-mode --no-transfer-progress -Dmaven.repo.local=/var/cache/maven -DskipTests -Dunchecked --also-make \
        --projects membership-service,pharmacy-service,clinic-service,shu-service,gateway,tools/broker-access package

FROM eclipse-temurin:25-jre AS extracted
ARG MODULE
WORKDIR /extracted
COPY --from=build /lumbung/${MODULE}/target/*-SNAPSHOT.jar /extracted/app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 lumbung \
    && useradd --system --uid 10001 --gid lumbung --no-create-home --home-dir /app --shell /usr/sbin/nologin lumbung \
    # Where a volume goes, it is the service's own.
    && install -d -m 700 -o lumbung -g lumbung /var/lib/lumbung
WORKDIR /app
# What changes least comes first.
COPY --from=extracted /extracted/layers/dependencies/ ./
COPY --from=extracted /extracted/layers/spring-boot-loader/ ./
COPY --from=extracted /extracted/layers/snapshot-dependencies/ ./
COPY --from=extracted /extracted/layers/application/ ./
ENV SERVER_PORT=8080 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
USER lumbung
# The image has no curl; bash can speak enough HTTP.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=2s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-$SERVER_PORT} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
