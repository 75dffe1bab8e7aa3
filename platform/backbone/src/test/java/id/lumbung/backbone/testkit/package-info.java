/** What the services' tests stand on: a MongoDB, a broker, and a service started on them. */
package id.lumbung.backbone.testkit;
