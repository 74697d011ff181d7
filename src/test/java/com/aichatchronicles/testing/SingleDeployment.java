package com.aichatchronicles.testing;

import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.context.annotation.DeploymentScoped;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Has every test class use the application that the server was started with. Arquillian itself would copy the archive
 * into the running server for each class, which loads it again; and a server that looks while the file is being written
 * loads half of it, and the whole a moment later, under the tests.
 */
public class SingleDeployment implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Stands between Arquillian's requests to deploy or undeploy and the server. */
    public static class Keeper {
        @Inject
        @DeploymentScoped
        InstanceProducer<ProtocolMetaData> address;

        private static final int INNERMOST = -1; // else there is no scope yet that the address could be in

        void deploy(@Observes(precedence = INNERMOST) EventContext<DeployDeployment> request)
                throws InterruptedException {
            TestServer.awaitReady();
            Deployment deployment = request.getEvent().getDeployment();
            deployment.deployed();
            address.set(new ProtocolMetaData());
        }

        void keep(@Observes EventContext<UnDeployDeployment> request) {
            request.getEvent().getDeployment().undeployed();
        }
    }
}
