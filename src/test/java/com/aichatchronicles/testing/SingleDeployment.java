package com.aichatchronicles.testing;

import java.util.HashMap;
import java.util.Map;
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
 * Deploys an archive for the first test class that asks for it and leaves it there for the others, until the server
 * stops. Arquillian itself would start the application anew for each class.
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

        private static final int INNERMOST = -1; // else the address may be asked for outside its scope

        private final Map<String, ProtocolMetaData> kept = new HashMap<>();

        void deployOnce(@Observes(precedence = INNERMOST) EventContext<DeployDeployment> request)
                throws InterruptedException {
            Deployment deployment = request.getEvent().getDeployment();
            String archive = deployment.getDescription().getArchive().getName();
            if (kept.containsKey(archive)) {
                deployment.deployed();
                address.set(kept.get(archive));
                return;
            }
            request.proceed();
            TestServer.awaitReady();
            kept.put(archive, address.get());
        }

        void keep(@Observes EventContext<UnDeployDeployment> request) {
            request.getEvent().getDeployment().undeployed();
        }
    }
}
