# libc-sockets. `make` lists the targets.

VERSION := 0.1.0
MAVEN   ?= mvn

# A JDK of 22 or later builds: the one in JAVA_HOME, or one under /usr/lib/jvm. A Java 17 runs the tests of the fallback.
feature  = $(shell sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' $(1)/release 2>/dev/null)
homes   := $(realpath $(JAVA_HOME)) $(sort $(realpath $(wildcard /usr/lib/jvm/*)))
javas   := $(foreach home,$(homes),$(if $(wildcard $(home)/bin/java),$(home)))
of       = $(firstword $(foreach home,$(javas),$(if $(filter $(1),$(call feature,$(home))),$(home))))
newer   := $(foreach home,$(javas),$(if $(wildcard $(home)/bin/javac),$(shell \
             [ "$(call feature,$(home))" -ge 22 ] 2>/dev/null && echo $(home))))
JDK     := $(firstword $(newer))
JAVA17  := $(call of,17)

# The JVM that `make run` and `make jshell` use: JAVA=17, JAVA=25, or the path of one.
JAVA    ?= $(JDK)
JVM      = $(if $(findstring /,$(JAVA)),$(JAVA),$(call of,$(JAVA)))
JNR      = $(filter 17 18 19 20 21,$(call feature,$(JVM)))

JAR     := java/sockets/target/libc-sockets-$(VERSION).jar
PROCFS  := java/procfs/target/libc-procfs-$(VERSION).jar
DEMOS   := java/demos/target/classes
SOCKETS := java/procfs/target/sockets.jar
LIB     := java/demos/target/lib
CP       = $(JAR):$(DEMOS)$(if $(JNR),:$(LIB)/*)
FLAGS    = $(if $(JNR),,--enable-native-access=ALL-UNNAMED)

.PHONY: help build demo twins test replay conformance coverage jshell run sockets picture bench bench-tables memory compare clean jdk \
  java17 native

help:
	@echo 'make build   the library, the demos in C and Java'
	@echo 'make demo    run every demo, C and Java, against each other and real clients'
	@echo 'make twins   each demo in C and Java side by side, and whether they make the same calls'
	@echo 'make test    every test, on Java 22 or later and on Java 17, through both backends'
	@echo 'make replay [SEED=1] [CALLS=1000000] [GUARDED=1]   calls by chance, made by a program in C and by Java, do the same'
	@echo 'make conformance [ARGS=--only=T31_\\w+]   what the socket API does here, behaviour by behaviour, as a matrix'
	@echo 'make coverage [ARGS=linux/if_tun.h]   what of the C headers on this machine is bound, declined or missing'
	@echo 'make jshell  a prompt with every header imported (also: make -s jshell < docs/lessons/01-tcp-server.jsh)'
	@echo 'make run DEMO=tcp10_server [IN=java|c] [ARGS=...] [JAVA=17|25|path]'
	@echo "make sockets [ARGS=-tanp] [JAVA=17|25|path]   the kernel's tables of sockets, as ss prints them"
	@echo 'make picture   docs/sockets.svg, the graph of demos that talk to each other'
	@echo 'make bench   compare with C, JDK channels, junixsocket, jnr-posix and jnr-unixsocket in one table'
	@echo 'make bench-tables   read a table of 25,000 TCP sockets in every way: C, the library, ss, cat, OSHI'
	@echo 'make memory  what every transfer leaves behind, at every size and on many threads, through both backends'
	@echo 'make compare [ARGS=--only=EndOfStream]   what JDK channels make of the kernel, question by question: a table and a page'
	@echo 'make clean   remove what was built'

jdk:
	@[ -n "$(JDK)" ] || { echo 'A JDK of 22 or later builds this. Install one (Eclipse Temurin 25, say) under' \
	  '/usr/lib/jvm, or set JAVA_HOME to it.' >&2; exit 1; }
	@command -v $(MAVEN) >/dev/null || { echo 'Maven 3.8 or later builds this: apt-get install maven' >&2; exit 1; }
	@command -v gcc >/dev/null || { echo 'gcc builds the demos: apt-get install gcc libc6-dev' >&2; exit 1; }

java17:
	@[ -n "$(JAVA17)" ] || { echo 'Java 17 runs the tests of the jnr backend: apt-get install openjdk-17-jdk-headless,' \
	  'or another one under /usr/lib/jvm.' >&2; exit 1; }

# Maven 3.8 itself calls what JDK 24 and later warn of.
QUIET = $(if $(filter 22 23,$(call feature,$(JDK))),,--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
MVN   = JAVA_HOME=$(JDK) MAVEN_OPTS="$(QUIET) $(MAVEN_OPTS)" $(MAVEN) -B -ntp -Dstyle.color=never \
          -Djvm.newest=$(JDK) -Djvm.oldest=$(JAVA17)

native: jdk
	@$(MAKE) -s -C native

build: native
	@$(MVN) -q package

# What `make run` and `make jshell` need is built once; `make build` builds it again.
$(JAR):
	@$(MAKE) -s build

demo: build
	@$(JDK)/bin/java -cp $(JAR):$(DEMOS) demos.tools.Demo $(if $(JAVA17),--java17=$(JAVA17))

twins: $(JAR)
	@COLUMNS=$(or $(COLUMNS),$(if $(MAKE_TERMOUT),$(shell tput cols))) \
	  $(JDK)/bin/java -cp $(JAR):$(DEMOS) demos.tools.Twins

test: native java17
	@$(MVN) verify

replay: build
	@$(JVM)/bin/java $(FLAGS) $(if $(GUARDED),-Dreplay.guarded=true) \
	  -cp '$(JAR):java/sockets/target/test-classes$(if $(JNR),:$(LIB)/*)' \
	  libc.replay.Replay '$(SEED)' '$(CALLS)' native/build/replay/replay java/sockets/target/replay

conformance: build
	@$(JDK)/bin/java -jar java/selftest/target/libc-selftest.jar $(if $(JAVA17),--java=$(JAVA17)) $(ARGS)

coverage: build
	@$(JDK)/bin/java --enable-native-access=ALL-UNNAMED -cp $(JAR):java/sockets/target/test-classes libc.Coverage $(ARGS)

IN ?= java
run: $(JAR)
	@[ -n "$(DEMO)" ] || { echo 'DEMO=... one of:' $(basename $(notdir $(wildcard native/demos/*.c))) >&2; exit 2; }
	@[ -n "$(JVM)" ] || { echo 'No Java $(JAVA) in JAVA_HOME or under /usr/lib/jvm.' >&2; exit 1; }
	@$(if $(filter c,$(IN)),native/build/demos/$(DEMO),$(JVM)/bin/java $(FLAGS) -cp '$(CP)' demos.$(DEMO)) $(ARGS)

# At a terminal jshell itself; what is piped is shown as if it were typed.
JSH := java/sockets/src/main/jshell
LOG := -Djava.util.logging.config.file=$(JSH)/logging.properties
jshell: $(JAR)
	@[ -n "$(JVM)" ] || { echo 'No Java $(JAVA) in JAVA_HOME or under /usr/lib/jvm.' >&2; exit 1; }
	@if [ -t 0 ]; then set -- $(JVM)/bin/jshell -J$(LOG); else set -- $(JVM)/bin/java $(LOG) -cp $(DEMOS) demos.tools.Typist; fi; \
	  "$$@" --feedback concise --class-path "$$(echo $(JAR) $(PROCFS) $(DEMOS) $(if $(JNR),$(LIB)/*.jar) | tr ' ' :)" \
	  --startup DEFAULT --startup $(JSH)/sockets.jsh $(addprefix -R,$(FLAGS))

$(SOCKETS):
	@$(MAKE) -s build

sockets: $(SOCKETS)
	@[ -n "$(JVM)" ] || { echo 'No Java $(JAVA) in JAVA_HOME or under /usr/lib/jvm.' >&2; exit 1; }
	@$(JVM)/bin/java -jar $(SOCKETS) $(ARGS)

# In a network namespace that has nothing but the demos in it.
picture: build
	@mkdir -p docs
	@unshare --map-root-user --net sh -c 'ip link set lo up && exec $(JDK)/bin/java -cp $(JAR):$(DEMOS) demos.tools.Picture $(SOCKETS)' \
	  > java/demos/target/sockets.dot
	@dot -Tsvg -o docs/sockets.svg java/demos/target/sockets.dot

bench: build
	@$(JDK)/bin/java $(filter --sun%,$(QUIET)) -jar java/bench/target/benchmarks.jar $(if $(JAVA17),--java17=$(JAVA17)) $(ARGS)

bench-tables: build
	@$(JDK)/bin/java -cp java/bench/target/benchmarks.jar bench.Tables

# In as little memory as FootprintIT gives it, whose table this is in full.
LITTLE = -Xms64m -Xmx64m -XX:+AlwaysPreTouch -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:MaxDirectMemorySize=32m \
         -cp '$(JAR):java/sockets/target/test-classes:$(LIB)/*' libc.Footprint
INLINE = -XX:CompileCommand=quiet -XX:CompileCommand=inline,jdk.internal.foreign.AbstractMemorySegmentImpl::asSlice
memory: build java17
	@status=0; \
	  $(JDK)/bin/java --enable-native-access=ALL-UNNAMED $(INLINE) $(LITTLE) || status=1; \
	  $(JDK)/bin/java --enable-native-access=ALL-UNNAMED -Dlibc.backend=jnr $(LITTLE) || status=1; \
	  $(JAVA17)/bin/java $(LITTLE) || status=1; exit $$status

# With all experiments on both JVMs it is also what docs/jdk-channels.md says, which is written only if something else
# was found.
compare: build
	@$(JDK)/bin/java -jar java/compare/target/compare.jar --page=java/compare/target/jdk-channels.html \
	  $(if $(JAVA17),--java=$(JAVA17) $(if $(ARGS),,--markdown=docs/jdk-channels.md)) $(ARGS)

clean:
	@$(MAKE) -s -C native clean
	@rm -rf java/*/target
