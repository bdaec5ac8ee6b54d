using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "bundled.js")],
  compatibilityDate = "COMPATIBILITY_DATE",
  bindings = [(name = "ALLOY_BASE_URL", fromEnvironment = "ALLOY_BASE_URL")],
);
