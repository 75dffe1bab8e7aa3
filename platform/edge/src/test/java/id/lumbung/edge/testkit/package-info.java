/** Stand-ins for what the gateway and the services meet. */
package id.lumbung.edge.testkit;
